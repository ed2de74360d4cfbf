package dev.hoga.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contract of one TR, or for KIS of one URL with all the TR ids it takes.
 *
 * @param broker    whose
 * @param key       unique per broker: Kiwoom's API id ({@code kt10000}); KIS's path in the contract ({@code domestic-stock/trading/order-
 *                  cash}); a file shared by several
 *                  TRs ({@code domestic/realtime/_register}) has its path with either broker
 * @param id        Kiwoom's API id, or KIS's last URL segment, which is not unique
 * @param name      English operation name, unique per broker, for example {@code buyStock}
 * @param titleKo   the broker's title
 * @param titleEn   the same in English
 * @param group     area and group, for example {@code domestic/order}
 * @param transport how it travels
 * @param method    HTTP method; empty for WebSocket
 * @param path      URL path
 * @param mock      whether the broker's mock host offers it
 * @param paging    how the next page is asked for
 * @param variants  KIS: the TR ids; empty for Kiwoom
 * @param request   the rows of the request
 * @param response  the rows of the answer, without Kiwoom's return_code and return_msg on REST
 * @param frame     KIS real time: how many fields a record has, by layout ({@code count}, {@code count-2026-10}); empty otherwise
 * @param encrypted KIS real time: its frames carry an encrypted payload
 * @param notes     traps, in English
 */
public record TrSpec(
    Broker broker,
    String key,
    String id,
    String name,
    String titleKo,
    String titleEn,
    String group,
    Transport transport,
    String method,
    String path,
    MockOffer mock,
    Paging paging,
    List<Variant> variants,
    FieldRows request,
    FieldRows response,
    Map<String, Integer> frame,
    boolean encrypted,
    List<String> notes) {

    /** True for a description that several TRs share and that is not one of the broker's operations itself. */
    public boolean shared() {
        return key.contains("/_");
    }

    /** The variant that a KIS TR id belongs to: live, mock or former id. */
    public Optional<Variant> variant(final String trId) {
        return variants.stream().filter(variant -> variant.answersTo(trId)).findFirst();
    }
}
