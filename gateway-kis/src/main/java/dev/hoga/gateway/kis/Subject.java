package dev.hoga.gateway.kis;

/** What one registration is about. @param id a packed code; for the notices of an account 0, because a session has one account */
record Subject(RealTr tr, long id) {
}
