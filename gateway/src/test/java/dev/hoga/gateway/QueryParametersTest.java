package dev.hoga.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    private static Map<String, String> read(String query) {
        return QueryParameters.parse(query).orElseThrow();
    }

    @Test
    void readsNamesAndValuesInTheirOrder() {
        assertEquals(List.of("b", "a"), List.copyOf(read("b=1&a=2").keySet()));
        assertEquals(Map.of("a", "1", "b", "", "c", "", "d", "x=y"), read("a=1&b=&c&&d=x=y&"));
        assertEquals(Map.of(), read(""));
        assertEquals(Map.of("a", "2"), read("a=1&a=2"), "the last one counts");
    }

    @Test
    void readsWhatFormsEscape() {
        assertEquals(Map.of("key", "81055689^01^   "), read("key=81055689%5E01%5e+++"));
        assertEquals(Map.of("가", "나 &="), read("%EA%B0%80=%EB%82%98%20%26%3D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%", "a=%1", "a=%zz", "%g0=1", "a=1&b=%-1"})
    void refusesMalformedEscapes(String query) {
        assertTrue(QueryParameters.parse(query).isEmpty());
    }

    @Test
    void refusesMoreParametersThanAnybodyNeeds() {
        var query = new StringBuilder();
        for (int i = 0; i < QueryParameters.MOST; i++) {
            query.append('p').append(i).append("=1&");
        }
        assertEquals(QueryParameters.MOST, read(query.toString()).size());
        assertTrue(QueryParameters.parse(query + "one=more").isEmpty());
    }
}
