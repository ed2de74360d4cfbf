package dev.hoga.server;

import dev.hoga.catalogue.Field;
import dev.hoga.catalogue.FieldRows;
import dev.hoga.catalogue.TrSpec;
import dev.hoga.server.RawConnection.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What every KIS answer must look like so that each client that exists can read it (clients-oddities A1 to A3), and which fields a
 * successful one has: those of the fact file, in its order, behind them the envelope. Printed lengths are not checked, many are wrong.
 */
final class KisShape {
    private static final List<String> ENVELOPE = List.of("rt_cd", "msg_cd", "msg1");
    private static final List<String> OURS = List.of("tr_id", "tr_cont", "gt_uid");

    private KisShape() {
    }

    /** What is wrong with an answer; empty where nothing is. */
    static List<String> breaches(TrSpec tr, Answer answer, Map<String, Object> body) {
        var wrong = new ArrayList<String>();
        if (!answer.header("Content-Type").startsWith("application/json")) {
            wrong.add("Content-Type must be JSON and spelled so, headers are " + answer.headers());
        }
        boolean businessCall = tr.path().startsWith("/uapi/");
        for (RawConnection.Header header : answer.headers()) {
            if (Character.isLowerCase(header.name().charAt(0)) && !OURS.contains(header.name())) {
                wrong.add("a standard header begins with a capital letter: " + header.name());
            }
        }
        for (String name : OURS) {
            if (businessCall && answer.headers().stream().noneMatch(header -> header.name().equals(name))) {
                wrong.add("header " + name + " must be there, headers are " + answer.headers());
            }
        }
        if ("0".equals(body.get("rt_cd"))) {
            names("body", tr.response(), body, wrong);
        }
        return wrong;
    }

    private static void names(String path, FieldRows rows, Map<?, ?> body, List<String> wrong) {
        var wanted = new ArrayList<>(rows.rows().stream().map(Field::name).filter(name -> !ENVELOPE.contains(name)).toList());
        if (path.equals("body")) {
            wanted.addAll(ENVELOPE);
        }
        if (!wanted.equals(List.copyOf(body.keySet()))) {
            wrong.add(path + ": fields are " + body.keySet() + " and not " + wanted);
        }
        for (Field row : rows) {
            Object value = body.get(row.name());
            List<?> elements = value instanceof List<?> list ? list : List.of(value == null ? "" : value);
            for (Object element : row.children().isEmpty() ? List.of() : elements) {
                if (element instanceof Map<?, ?> object) {
                    names(path + '/' + row.name(), row.children(), object, wrong);
                } else {
                    wrong.add(path + '/' + row.name() + " is no object: " + element);
                }
            }
        }
    }
}
