package dev.hoga.catalogue;

/**
 * What a request body may be at most. Beyond it the body is refused, never cut.
 *
 * @param maxBytes        bytes of the whole body
 * @param maxDepth        nesting of objects and arrays, the outermost object counting 1
 * @param maxFields       keys of the outermost object
 * @param maxNameLength   characters of a key
 * @param maxTextLength   characters of a value
 */
public record BodyLimits(int maxBytes, int maxDepth, int maxFields, int maxNameLength, int maxTextLength) {

    /** 64 KiB, depth 32, 256 keys of 64 characters, values of 4,096 characters (the longest printed one is a token of 1,000). */
    public static final BodyLimits DEFAULT = new BodyLimits(64 * 1024, 32, 256, 64, 4096);
}
