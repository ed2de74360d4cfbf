package dev.hoga.server;

import dev.hoga.server.RawConnection.Answer;
import java.util.ArrayList;
import java.util.List;

/** What every Kiwoom answer must look like so that each client that exists can read it. Source: clients-oddities A1, A5, A6. */
final class WireShape {
    private static final List<String> PAGING = List.of("cont-yn", "next-key", "api-id");

    private WireShape() {
    }

    /** What is wrong with an answer of a TR; empty where nothing is. @param tr empty where the request named none that exists */
    static List<String> breaches(String tr, Answer answer) {
        var wrong = new ArrayList<String>();
        if (!answer.header("Content-Type").toLowerCase().startsWith("application/json")) {
            wrong.add("Content-Type must be JSON and spelled so, headers are " + answer.headers());
        }
        for (RawConnection.Header header : answer.headers()) {
            boolean ours = PAGING.contains(header.name()) || header.name().equals("access-control-expose-headers");
            if (!ours && Character.isLowerCase(header.name().charAt(0))) {
                wrong.add("a standard header begins with a capital letter: " + header.name());
            }
        }
        boolean businessCall = !tr.isEmpty() && !tr.startsWith("au");
        if (businessCall && !answer.header("api-id").equals(tr)) {
            wrong.add("header api-id must be " + tr + ", headers are " + answer.headers());
        }
        if (businessCall && !answer.header("access-control-expose-headers").equals(String.join(",", PAGING))) {
            wrong.add("a client reads the page key only behind access-control-expose-headers: " + String.join(",", PAGING));
        }
        if (businessCall && !List.of("Y", "N").contains(answer.header("cont-yn"))) {
            wrong.add("header cont-yn must be Y or N, headers are " + answer.headers());
        }
        return wrong;
    }
}
