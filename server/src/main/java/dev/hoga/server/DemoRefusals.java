package dev.hoga.server;

import java.io.IOException;

/** Six things a broker must refuse, each with its exact class and words. */
final class DemoRefusals {
    private static final String UNKNOWN_CODE = "999999";
    private static final String UNKNOWN_ORDER = "9999999";
    private static final int BAD_TOKEN = 3;
    private static final int BAD_CODE = 7;
    private static final int REJECTED = 20;

    private final Narrator say;
    private final PacedBot bot;
    private final PacedBot deadBot;
    private final String code;

    /** @param bot logged in @param deadBot with a key of its own, whose token dies here */
    DemoRefusals(Narrator say, PacedBot bot, PacedBot deadBot, String code) {
        this.say = say;
        this.bot = bot;
        this.deadBot = deadBot;
        this.code = code;
    }

    /** @param affordableShares how many shares the account can still buy at the base price */
    void play(long basePriceWon, long tickWon, long upperLimitWon, long affordableShares)
        throws IOException, InterruptedException {
        say.step("Six things that must be refused, each in the broker's own words");
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

    private void refused(String what, long returnCode, String message, WireAnswer answer) {
        say.expect("HTTP status", 200, answer.status());
        say.expect("class of the refusal of " + what, returnCode, answer.returnCode());
        say.expect("words of the refusal of " + what, message, answer.returnMessage());
        say.expect("no order number", "", answer.field("ord_no"));
        say.sees(what + ": " + answer.returnCode() + " " + answer.returnMessage());
    }
}
