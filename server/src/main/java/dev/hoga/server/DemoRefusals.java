package dev.hoga.server;

import java.io.IOException;

/** Things that each broker must refuse, with its exact code and words. */
final class DemoRefusals {
    private static final String UNKNOWN_CODE = "999999";
    private static final String UNKNOWN_ORDER = "9999999";
    private static final int BAD_TOKEN = 3;
    private static final int BAD_CODE = 7;
    private static final int REJECTED = 20;

    private final Narrator say;
    private final String code;
    private final long basePriceWon;
    private final long tickWon;
    private final long upperLimitWon;
    private final long affordableShares;

    /** @param affordableShares how many shares the account can still buy at the base price */
    DemoRefusals(Narrator say, String code, long basePriceWon, long tickWon, long upperLimitWon, long affordableShares) {
        this.say = say;
        this.code = code;
        this.basePriceWon = basePriceWon;
        this.tickWon = tickWon;
        this.upperLimitWon = upperLimitWon;
        this.affordableShares = affordableShares;
    }

    /** @param bot logged in @param deadBot with a key of its own, whose token dies here */
    void playKiwoom(PacedBot bot, PacedBot deadBot) throws IOException, InterruptedException {
        say.step("Six things that must be refused, each in Kiwoom's own words");
        refused("more than the money is good for", REJECTED,
            "[2000](855056:매수증거금이 부족합니다. " + affordableShares + "주 매수가능)",
            bot.call("kt10000", it -> it.buy(code, affordableShares + 1, basePriceWon)));
        refused("a price off the tick grid", REJECTED, "[2000](571557:주문단가를 잘못입력하셨습니다)",
            bot.call("kt10000", it -> it.buy(code, 1, basePriceWon + 1)));
        refused("a price above the day's upper limit", REJECTED, "[2000](571557:주문단가를 잘못입력하셨습니다)",
            bot.call("kt10000", it -> it.buy(code, 1, upperLimitWon + tickWon)));
        refused("an instrument that does not exist", BAD_CODE,
            "서비스를 처리하는 중에 오류가 발생했습니다[1902:종목 정보가 없습니다. 입력한 종목코드 값을 확인바랍니다. 종목코드="
                + UNKNOWN_CODE + "]",
            bot.call("kt10000", it -> it.buy(UNKNOWN_CODE, 1, basePriceWon)));
        refused("to cancel an order that does not exist", REJECTED, "[2000](506550:취소할 수량이 없습니다)",
            bot.call("kt10003", it -> it.cancel(UNKNOWN_ORDER, code, 0)));
        deadBot.call("au10001", KiwoomClient::login);
        say.expect("token given back", 0L, deadBot.call("au10002", KiwoomClient::logout).returnCode());
        refused("a token that was given back", BAD_TOKEN, "인증에 실패했습니다[8005:Token이 유효하지 않습니다]",
            deadBot.call("ka00001", it -> it.call("ka00001")));
    }

    /** @param bot logged in */
    void playKis(KisClient bot) throws IOException {
        say.step("The same through KIS, in its words");
        kisRefused("more than the money is good for", 200, "APBK0952", "주문가능금액을 초과 했습니다",
            bot.buy(code, affordableShares + 1, basePriceWon));
        kisRefused("a price off the tick grid", 200, "APBK0506", "주식주문호가단위 오류입니다.", bot.buy(code, 1, basePriceWon + 1));
        kisRefused("a price above the day's upper limit", 200, "APBK0406", "주문가격이 상한가를 초과합니다.", bot.buy(code, 1, upperLimitWon + tickWon));
        kisRefused("an instrument that does not exist", 200, "APBK0656", "해당 종목 정보가 없습니다.", bot.buy(UNKNOWN_CODE, 1, basePriceWon));
        kisRefused("to cancel an order that does not exist", 200, "APBK0344", "원주문정보가 존재하지않습니다", bot.cancel("000" + UNKNOWN_ORDER));
        kisRefused("a token that nobody gave", 500, "EGW00121", "유효하지 않은 token 입니다.", bot.withToken("nobody.gave.this").balance());
    }

    private void kisRefused(String what, int status, String messageCode, String message, WireAnswer answer) {
        say.expect("HTTP status", status, answer.status());
        say.expect("code of the refusal of " + what, messageCode, answer.field("msg_cd"));
        say.expect("words of the refusal of " + what, message, answer.field("msg1").stripTrailing());
        say.sees(what + ": " + answer.status() + " " + messageCode + " " + message);
    }

    private void refused(String what, long returnCode, String message, WireAnswer answer) {
        say.expect("HTTP status", 200, answer.status());
        say.expect("class of the refusal of " + what, returnCode, answer.returnCode());
        say.expect("words of the refusal of " + what, message, answer.returnMessage());
        say.expect("no order number", "", answer.field("ord_no"));
        say.sees(what + ": " + answer.returnCode() + " " + answer.returnMessage());
    }
}
