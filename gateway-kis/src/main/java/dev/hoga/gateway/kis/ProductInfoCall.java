package dev.hoga.gateway.kis;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.core.Code;
import dev.hoga.core.InstrumentKind;
import dev.hoga.engine.Engine;
import java.util.Optional;

/**
 * search-info: what a product is. There are stocks and funds of Korea only; a client tries one product type after the other and
 * goes on where the answer is a refusal of class 7.
 */
final class ProductInfoCall implements TrCall {
    /** The product type of everything listed on KRX's stock markets. */
    static final String STOCK = "300";
    static final String UNKNOWN_PRODUCT = "APBK0656";
    /** Seen. */
    static final String LONG_CODE_START = "00000A";

    private final Engine engine;

    ProductInfoCall(Engine engine) {
        this.engine = engine;
    }

    private record Product(String code, String name, InstrumentKind kind) {
    }

    @Override
    public void run(Call call) {
        if (!call.text("PRDT_TYPE_CD").equals(STOCK)) {
            call.error(UNKNOWN_PRODUCT);
            return;
        }
        String code = call.text("PDNO");
        call.read(engine, view -> {
            int id = view.instrumentId(Code.pack(code));
            return id < 0 || view.instrumentKind(id).gold() ? Optional.<Product>empty()
                : Optional.of(new Product(code, view.instrumentName(id), view.instrumentKind(id)));
        }, found -> found.ifPresentOrElse(product -> answer(call, product), () -> call.error(UNKNOWN_PRODUCT)));
    }

    private static void answer(Call call, Product product) {
        ResponseBody answer = call.newAnswer();
        DeclaredConstants.fill(answer.object("output"), call, "output")
            .text("pdno", LONG_CODE_START + product.code)
            .text("prdt_type_cd", STOCK)
            .text("prdt_name", product.name)
            .text("prdt_name120", product.name)
            .text("prdt_abrv_name", product.name)
            .text("std_pdno", Isin.of(product.code))
            .text("shtn_pdno", product.code)
            .text("prdt_clsf_name", switch (product.kind) {
                case STOCK -> "주권";
                case ETF -> "ETF";
                // Gold is no product of this TR.
                case GOLD, MINI_GOLD -> "";
            });
        call.answer(answer, QueryMessages.found(call));
    }
}
