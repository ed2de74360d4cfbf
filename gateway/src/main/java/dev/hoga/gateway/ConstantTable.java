package dev.hoga.gateway;

import dev.hoga.catalogue.ResponseBody;
import java.util.List;

/**
 * Fields whose fact does not exist in this brokerage, with what is written there. Nothing else may be answered without a fact
 * behind it; {@code docs/simulated.md} prints these tables.
 */
public final class ConstantTable {
    private final List<Constant> constants;

    public ConstantTable(List<Constant> constants) {
        this.constants = List.copyOf(constants);
    }

    /**
     * One declared field.
     *
     * @param tr the TR
     * @param list the list or object that has the field; empty for a field of the answer itself
     * @param field the wire name, where {@code *} stands for each level of a book
     * @param value what is written, before padding
     * @param reason why there is no fact
     */
    public record Constant(String tr, String list, String field, String value, String reason) {

        /** Whether one field is meant, and not a row of them. */
        boolean isOneField() {
            return field.indexOf('*') < 0;
        }
    }

    /** All of them, in the order of the TRs. */
    public List<Constant> constants() {
        return constants;
    }

    /** Writes one constant into an answer. */
    @FunctionalInterface
    public interface Setter {
        void set(ResponseBody body, Constant constant);
    }

    /** Sets the constants of an answer, or of a row of one of its lists. Those of a book's levels are set with the levels. */
    public void fill(ResponseBody body, String tr, String list, Setter setter) {
        for (Constant constant : constants) {
            if (constant.tr.equals(tr) && constant.list.equals(list) && constant.isOneField()) {
                setter.set(body, constant);
            }
        }
    }
}
