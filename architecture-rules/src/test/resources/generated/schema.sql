CREATE TABLE orders_NUMBER (
    order_no varchar(32) NOT NULL,
    line_no integer NOT NULL,
    customer_name varchar(100),
    amount numeric(12, 2),
    created_at timestamp NOT NULL,
    PRIMARY KEY (order_no, line_no)
);
