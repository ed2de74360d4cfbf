-- The checksum of each row's values, and for each table the number of rows and the sum of their checksums. Rows written before have none.
ALTER TABLE orders ADD COLUMN checksum BIGINT;
ALTER TABLE fills ADD COLUMN checksum BIGINT;
ALTER TABLE cash_movements ADD COLUMN checksum BIGINT;
ALTER TABLE gold_withdrawals ADD COLUMN checksum BIGINT;
ALTER TABLE foreign_cash_movements ADD COLUMN checksum BIGINT;
ALTER TABLE holdings ADD COLUMN checksum BIGINT;
ALTER TABLE minute_bars ADD COLUMN checksum BIGINT;
ALTER TABLE day_bars ADD COLUMN checksum BIGINT;
ALTER TABLE day_purchases ADD COLUMN checksum BIGINT;
ALTER TABLE day_sales ADD COLUMN checksum BIGINT;
ALTER TABLE days ADD COLUMN checksum BIGINT;

CREATE TABLE sums (
    name VARCHAR(32) PRIMARY KEY,
    row_count BIGINT NOT NULL,
    checksum_sum BIGINT NOT NULL
);
INSERT INTO sums SELECT 'orders', COUNT(*), 0 FROM orders;
INSERT INTO sums SELECT 'fills', COUNT(*), 0 FROM fills;
INSERT INTO sums SELECT 'cash_movements', COUNT(*), 0 FROM cash_movements;
INSERT INTO sums SELECT 'gold_withdrawals', COUNT(*), 0 FROM gold_withdrawals;
INSERT INTO sums SELECT 'foreign_cash_movements', COUNT(*), 0 FROM foreign_cash_movements;
INSERT INTO sums SELECT 'holdings', COUNT(*), 0 FROM holdings;
INSERT INTO sums SELECT 'minute_bars', COUNT(*), 0 FROM minute_bars;
INSERT INTO sums SELECT 'day_bars', COUNT(*), 0 FROM day_bars;
INSERT INTO sums SELECT 'day_purchases', COUNT(*), 0 FROM day_purchases;
INSERT INTO sums SELECT 'day_sales', COUNT(*), 0 FROM day_sales;
INSERT INTO sums SELECT 'days', COUNT(*), 0 FROM days;
