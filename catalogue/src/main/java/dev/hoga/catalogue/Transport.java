package dev.hoga.catalogue;

/** How a TR travels. */
public enum Transport {
    /** One HTTP request, one answer. */
    REST,
    /** Frames on a WebSocket. */
    WEBSOCKET
}
