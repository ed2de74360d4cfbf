-- Bars of gold that left an account: what they had cost on average, the tax on that and the depository's charge, which are paid
-- in cash, and the account's cash after that.
CREATE TABLE gold_withdrawals (
    entry BIGINT PRIMARY KEY,
    date INTEGER NOT NULL,
    account BIGINT NOT NULL,
    code VARCHAR(16) NOT NULL,
    quantity BIGINT NOT NULL,
    value BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    charge BIGINT NOT NULL,
    cash_after BIGINT NOT NULL,
    withdrawn_at BIGINT NOT NULL
);
CREATE INDEX gold_withdrawals_of_account ON gold_withdrawals (account, date, entry);
