package dev.hoga.catalogue;

import java.util.List;
import java.util.Map;

/**
 * One row of a request or a response.
 *
 * @param name        the wire name
 * @param as          the English accessor
 * @param ko          the broker's Korean label; empty when it prints none
 * @param required    as the document says, where our notes do not correct it
 * @param enforce     printed length and codes bind although the server is not strict
 * @param missingCode the error code when the field is required and has no value; empty for the broker's usual one
 * @param length      printed length; 0 when none is printed
 * @param type        what it holds in JSON
 * @param unit        the unit's word; empty when none is known
 * @param form        the form a request value must have, from the unit
 * @param format      how a response value is spelled
 * @param codes       enumerated values and what they mean, in document order; {@code *} stands for every other value
 * @param texts       Korean words that are values
 * @param defaultNote what a missing or empty value means; empty when nothing is said
 * @param en          an English label where {@code as} does not say it; may be empty
 * @param children    the rows of an object or of a list's elements; empty for a scalar
 */
public record Field(
    String name,
    String as,
    String ko,
    boolean required,
    boolean enforce,
    String missingCode,
    int length,
    FieldType type,
    String unit,
    ValueForm form,
    Format format,
    Map<String, String> codes,
    List<CodeText> texts,
    String defaultNote,
    String en,
    FieldRows children) {
}
