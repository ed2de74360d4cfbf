-- How far history has been written: the number of the next entry. One row.
CREATE TABLE progress (
    id INTEGER PRIMARY KEY,
    next_entry BIGINT NOT NULL
);
INSERT INTO progress (id, next_entry) VALUES (1, 0);

-- Dates are days since 1970-01-01, times milliseconds since then, money won, accounts the brokerage's own ids.

-- Clients' orders, amendments and cancellations as they stood at the end of their date.
CREATE TABLE orders (
    date INTEGER NOT NULL,
    number INTEGER NOT NULL,
    account INTEGER NOT NULL,
    original INTEGER NOT NULL,
    root INTEGER NOT NULL,
    kind VARCHAR(10) NOT NULL,
    code VARCHAR(16) NOT NULL,
    side VARCHAR(4) NOT NULL,
    type VARCHAR(24) NOT NULL,
    time_in_force VARCHAR(8) NOT NULL,
    status VARCHAR(16) NOT NULL,
    quantity BIGINT NOT NULL,
    price BIGINT NOT NULL,
    filled_quantity BIGINT NOT NULL,
    filled_amount BIGINT NOT NULL,
    accepted_at BIGINT NOT NULL,
    PRIMARY KEY (date, number)
);
CREATE INDEX orders_of_account ON orders (account, date, number);

-- Each fill of a client's order, and the account's cash after it.
CREATE TABLE fills (
    entry BIGINT PRIMARY KEY,
    date INTEGER NOT NULL,
    account INTEGER NOT NULL,
    number INTEGER NOT NULL,
    code VARCHAR(16) NOT NULL,
    side VARCHAR(4) NOT NULL,
    quantity BIGINT NOT NULL,
    price BIGINT NOT NULL,
    commission BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    trade BIGINT NOT NULL,
    cash_after BIGINT NOT NULL,
    filled_at BIGINT NOT NULL
);
CREATE INDEX fills_of_account ON fills (account, date, entry);
CREATE INDEX fills_of_order ON fills (date, number);

-- Cash that came in or went out without a trade.
CREATE TABLE cash_movements (
    entry BIGINT PRIMARY KEY,
    date INTEGER NOT NULL,
    account INTEGER NOT NULL,
    amount BIGINT NOT NULL,
    cash_after BIGINT NOT NULL,
    moved_at BIGINT NOT NULL
);
CREATE INDEX cash_movements_of_account ON cash_movements (account, date, entry);

-- Holdings at the end of each date on which they changed.
CREATE TABLE holdings (
    account INTEGER NOT NULL,
    code VARCHAR(16) NOT NULL,
    date INTEGER NOT NULL,
    quantity BIGINT NOT NULL,
    purchase_amount BIGINT NOT NULL,
    PRIMARY KEY (account, code, date)
);

CREATE TABLE minute_bars (
    code VARCHAR(16) NOT NULL,
    start_at BIGINT NOT NULL,
    date INTEGER NOT NULL,
    open BIGINT NOT NULL,
    high BIGINT NOT NULL,
    low BIGINT NOT NULL,
    close BIGINT NOT NULL,
    volume BIGINT NOT NULL,
    turnover BIGINT NOT NULL,
    PRIMARY KEY (code, start_at)
);

CREATE TABLE day_bars (
    code VARCHAR(16) NOT NULL,
    date INTEGER NOT NULL,
    base BIGINT NOT NULL,
    open BIGINT NOT NULL,
    high BIGINT NOT NULL,
    low BIGINT NOT NULL,
    close BIGINT NOT NULL,
    volume BIGINT NOT NULL,
    turnover BIGINT NOT NULL,
    PRIMARY KEY (code, date)
);

-- Dates of which everything has been written.
CREATE TABLE days (
    date INTEGER PRIMARY KEY
);
