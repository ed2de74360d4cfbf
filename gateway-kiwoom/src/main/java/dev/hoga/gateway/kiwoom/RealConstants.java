package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ResponseBody;
import dev.hoga.gateway.ConstantTable.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@link DeclaredConstants} is to the answers of TRs, for what is pushed: fields whose fact does not exist here. The values
 * are those that were recorded, or those of the broker's own examples, where these are empty or zero.
 * {@code docs/simulated.md} prints this table.
 */
public final class RealConstants {
    private static final String NO_CREDIT = "loans are not told of here yet";
    private static final String NO_PREVIOUS_BOOK = "the book before the last change is not kept";
    private static final String NO_NEXTRADE = "there is no Nextrade yet";
    private static final String NO_MIDPOINT = "there are no midpoint orders yet";
    private static final String NO_CFD = "there are no contracts for difference";
    private static final String NO_REALIZED = "realised profit is not kept yet";
    private static final String NO_TERMINAL = "orders come from no terminal";

    private static final List<Row> TABLE = List.of(
        new Row(RealType.ORDER, 9205, "", "no employee looks after the account"),
        new Row(RealType.ORDER, 912, "JJ", "only stocks are traded here"),
        new Row(RealType.ORDER, 919, "0", "what is refused is answered by REST and has no number"),
        new Row(RealType.ORDER, 920, "", NO_TERMINAL),
        new Row(RealType.ORDER, 921, "", NO_TERMINAL),
        new Row(RealType.ORDER, 922, "00", NO_CREDIT),
        new Row(RealType.ORDER, 923, "", NO_CREDIT),
        new Row(RealType.BALANCE, 917, "00", NO_CREDIT),
        new Row(RealType.BALANCE, 916, "00000000", NO_CREDIT),
        new Row(RealType.BALANCE, 950, "0", NO_REALIZED),
        new Row(RealType.BALANCE, 951, "0", "no meaning is published"),
        new Row(RealType.BALANCE, 8019, "0.00", NO_REALIZED),
        new Row(RealType.BALANCE, 957, 958, "0", NO_CREDIT),
        new Row(RealType.BALANCE, 918, "00000000", NO_CREDIT),
        new Row(RealType.BALANCE, 990, "0", NO_REALIZED),
        new Row(RealType.BALANCE, 991, "0.00", NO_REALIZED),
        new Row(RealType.BALANCE, 992, "0", NO_CREDIT),
        new Row(RealType.BALANCE, 993, "0.00", NO_CREDIT),
        new Row(RealType.BALANCE, 959, "0", NO_CREDIT),
        new Row(RealType.BALANCE, 924, "0", "no meaning is published"),
        new Row(RealType.FILL, 32, "0", "costs are the account's, not the stock's"),
        new Row(RealType.FILL, 691, "0", "there are no knock-out products"),
        new Row(RealType.FILL, 851, "", "the volumes of the day before are not kept by time"),
        new Row(RealType.FILL, 1497, 1498, "", NO_CFD),
        new Row(RealType.FILL, 732, "", NO_CFD),
        new Row(RealType.FILL, 852, "", NO_CREDIT),
        new Row(RealType.BOOK, 81, 100, "0", NO_PREVIOUS_BOOK),
        new Row(RealType.BOOK, 122, "0", NO_PREVIOUS_BOOK),
        new Row(RealType.BOOK, 126, "0", NO_PREVIOUS_BOOK),
        new Row(RealType.BOOK, 6066, 6087, "0", NO_NEXTRADE),
        new Row(RealType.BOOK, 6100, 6104, "0", NO_MIDPOINT),
        new Row(RealType.BOOK, 6105, 6109, "0", NO_NEXTRADE),
        new Row(RealType.BOOK, 6110, 6111, "0", NO_MIDPOINT),
        new Row(RealType.BOOK, 6112, "0.00", NO_MIDPOINT),
        new Row(RealType.BOOK, 6113, 6114, "0", NO_NEXTRADE),
        new Row(RealType.BOOK, 6115, "0.00", NO_NEXTRADE),
        new Row(RealType.STOCK_PRICE, 32, "0", "costs are the account's, not the stock's"),
        new Row(RealType.MEMBER, 271, 275, "", "no meaning is published"),
        new Row(RealType.MEMBER, 281, 285, "", "no meaning is published"),
        new Row(RealType.PROGRAM_TRADING, 214, 216, "", "the document's example leaves it out"),
        new Row(RealType.ETF_NAV, 39, "", "what a fund was worth on past days is not kept"),
        new Row(RealType.ETF_NAV, 667, 669, "", "there are no warrants"),
        new Row(RealType.STOCK_INFO, 689, "", "there are no warrants"),
        new Row(RealType.STOCK_INFO, 594, "원", "everything here is in won"),
        new Row(RealType.STOCK_INFO, 382, "", "no meaning is published"),
        new Row(RealType.VOLATILITY_INTERRUPTION, 9075, "", "no meaning is published"));

    private RealConstants() {
    }

    /** One field id or a row of them. */
    private record Row(RealType type, int first, int last, String value, String reason) {

        Row(RealType type, int only, String value, String reason) {
            this(type, only, only, value, reason);
        }

        Constant constant() {
            return new Constant(type.code(), "", first == last ? Integer.toString(first) : first + "-" + last, value, reason);
        }
    }

    /** All of them; a row of field ids is written with its first and its last. */
    public static List<Constant> table() {
        return TABLE.stream().map(Row::constant).toList();
    }

    /** Those of one type, picked out once. */
    static OfType of(RealType type) {
        var fields = new ArrayList<OfType.Value>();
        for (Row row : TABLE) {
            if (row.type == type) {
                IntStream.rangeClosed(row.first, row.last)
                    .forEach(id -> fields.add(new OfType.Value(Integer.toString(id), row.value)));
            }
        }
        return new OfType(List.copyOf(fields));
    }

    /** The constants of one type of frame. */
    record OfType(List<Value> values) {

        private record Value(String field, String text) {
        }

        /** The field ids. */
        List<String> fields() {
            return values.stream().map(Value::field).toList();
        }

        void fill(ResponseBody body) {
            for (Value value : values) {
                body.text(value.field, value.text);
            }
        }
    }
}
