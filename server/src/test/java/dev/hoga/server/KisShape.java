package dev.hoga.server;

import dev.hoga.server.RawConnection.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every KIS answer must look like so that each client that exists can read it. Source: clients-oddities A1 and A2. */
final class KisShape {
    private static final List<String> OURS = List.of("tr_id", "tr_cont", "gt_uid");
    private static final List<String> ENVELOPE = List.of("rt_cd", "msg_cd", "msg1");
    private static final String HASH_KEY = "/uapi/hashkey";

    private KisShape() {
    }

    /** What is wrong with an answer; empty where nothing is. @param trHeader the TR id as sent, which comes back; empty where none was */
    static List<String> breaches(String path, String trHeader, Answer answer) {
        var wrong = new ArrayList<String>();
        if (!answer.header("Content-Type").startsWith("application/json")) {
            wrong.add("Content-Type must be JSON and spelled so, headers are " + answer.headers());
        }
        for (RawConnection.Header header : answer.headers()) {
            if (Character.isLowerCase(header.name().charAt(0)) && !OURS.contains(header.name())) {
                wrong.add("a standard header begins with a capital letter: " + header.name());
            }
        }
        if (!path.startsWith("/uapi/")) {
            return wrong;
        }
        for (String name : OURS) {
            if (answer.headers().stream().noneMatch(header -> header.name().equals(name))) {
                wrong.add("header " + name + " must be there, headers are " + answer.headers());
            }
        }
        if (!answer.header("tr_id").equals(trHeader)) {
            wrong.add("header tr_id must be " + trHeader + ", headers are " + answer.headers());
        }
        if (!List.of("", "F", "M", "D", "E").contains(answer.header("tr_cont"))) {
            wrong.add("header tr_cont is one of F, M, D, E or blank, headers are " + answer.headers());
        }
        Map<String, Object> body = Json.object(answer.body());
        boolean hash = path.equals(HASH_KEY) && answer.status() == 200;
        if (!hash && !ENVELOPE.stream().allMatch(name -> body.get(name) instanceof String)) {
            wrong.add("a client reads " + ENVELOPE + " of every answer");
        }
        return wrong;
    }
}
