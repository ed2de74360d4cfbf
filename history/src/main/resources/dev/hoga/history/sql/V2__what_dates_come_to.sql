-- What accounts bought of an instrument on a date: for cash (loan_date 0), or with the loan of that date.
CREATE TABLE day_purchases (
    entry BIGINT PRIMARY KEY,
    date INTEGER NOT NULL,
    account BIGINT NOT NULL,
    code VARCHAR(16) NOT NULL,
    loan_date INTEGER NOT NULL,
    quantity BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    commission BIGINT NOT NULL
);
CREATE INDEX day_purchases_of_account ON day_purchases (account, date, entry);

-- What they sold, and what that had cost them: what was earned is the amount without all the costs beside it.
CREATE TABLE day_sales (
    entry BIGINT PRIMARY KEY,
    date INTEGER NOT NULL,
    account BIGINT NOT NULL,
    code VARCHAR(16) NOT NULL,
    loan_date INTEGER NOT NULL,
    quantity BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    cost BIGINT NOT NULL,
    purchase_commission BIGINT NOT NULL,
    commission BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    interest BIGINT NOT NULL
);
CREATE INDEX day_sales_of_account ON day_sales (account, date, entry);
