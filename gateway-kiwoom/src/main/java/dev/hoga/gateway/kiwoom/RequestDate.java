package dev.hoga.gateway.kiwoom;

import dev.hoga.catalogue.ViolationKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;

/** Dates of requests. The validator has seen eight digits; whether there is such a day is judged here. */
final class RequestDate {

    private RequestDate() {
    }

    /** The day, counted from 1970-01-01; empty where the field is no date, which has then been answered with the error. */
    static OptionalInt of(Call call, String field) {
        try {
            return OptionalInt.of((int) LocalDate.parse(call.text(field), DateTimeFormatter.BASIC_ISO_DATE).toEpochDay());
        } catch (DateTimeParseException noDate) {
            call.error("1517", field, ViolationKind.WRONG_FORM.reasonKo());
            return OptionalInt.empty();
        }
    }
}
