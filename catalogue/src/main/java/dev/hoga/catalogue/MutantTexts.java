package dev.hoga.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that are wrong for one field or another, and which fields allow them; told from the rows, without the validator. */
final class MutantTexts {

    static final String HUGE_NUMBER = "9".repeat(40);
    /** The texts by what is odd about them. */
    static final Map<String, String> TEXTS;

    static {
        final Map<String, String> texts = new LinkedHashMap<>();
        texts.put("letters", "12ab");
        texts.put("Korean", "가나다");
        texts.put("a blank in front", " 1");
        texts.put("a minus", "-1");
        texts.put("a point", "1.5");
        texts.put("two points", "1.2.3");
        texts.put("a comma", "1,000");
        texts.put("an exponent", "1e3");
        texts.put("full-width digits", "\uff11\uff12");
        texts.put("40 digits", HUGE_NUMBER);
        texts.put("as many nines as a number may have", "9".repeat(ValueForm.MAX_NUMBER_DIGITS));
        texts.put("one digit", "7");
        texts.put("markup", "<b>\\\"'&");
        TEXTS = Collections.unmodifiableMap(texts);
    }

    private MutantTexts() {
    }

    /** Whether the row's unit, or its code list where that binds, allows a text. */
    static boolean allowed(final Field field, final String text) {
        return field.codes().containsKey(text) || switch (field.form().kind()) {
            case TEXT -> !field.enforce();
            case WHOLE -> text.matches("[0-9]{1,18}");
            case DECIMAL -> text.matches("[-+]?[0-9]{1,18}|[-+]?[0-9]{1,9}\\.[0-9]{1,9}");
            case DIGITS -> text.matches("[0-9]{" + field.form().digits() + '}');
        };
    }
}
