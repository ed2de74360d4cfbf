package dev.hoga.catalogue;

import java.util.List;

/** Contract files break the schema. The message names every file and field, one a line. */
public final class ContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ContractException(final List<String> problems) {
        super(problems.size() + " problems in the contract files:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each: {@code <file>: <field>: <what is wrong>}. */
    public List<String> problems() {
        return problems;
    }
}
