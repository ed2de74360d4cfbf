-- Cash in foreign currencies that came in, went out or was exchanged, in minimal units of the currency.
CREATE TABLE foreign_cash_movements (
    entry BIGINT PRIMARY KEY,
    date INTEGER NOT NULL,
    account BIGINT NOT NULL,
    currency VARCHAR(3) NOT NULL,
    amount BIGINT NOT NULL,
    cash_after BIGINT NOT NULL,
    moved_at BIGINT NOT NULL
);
CREATE INDEX foreign_cash_movements_of_account ON foreign_cash_movements (account, date, entry);
