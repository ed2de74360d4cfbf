-- The date of the loan that an order took or repaid, 0 where it repaid whatever date's, -1 for cash.
ALTER TABLE orders ADD COLUMN loan_date INTEGER NOT NULL DEFAULT -1;
