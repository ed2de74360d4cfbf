package dev.hoga.gateway.kiwoom;

import dev.hoga.engine.Engine;
import dev.hoga.gateway.KoreanTime;

/** ka00001: the account that the token belongs to, ten digits. */
final class AccountNumberCall implements TrCall {
    static final int DIGITS = 10;
    private final Engine engine;

    AccountNumberCall(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void run(Call call) {
        call.read(engine, view -> view.accountNumber(call.accountId()),
            number -> call.answer(call.newAnswer().text("acctNo", KoreanTime.digits(number, DIGITS)), Call.OK_MESSAGE));
    }
}
