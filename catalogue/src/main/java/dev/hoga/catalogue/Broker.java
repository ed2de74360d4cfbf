package dev.hoga.catalogue;

/** A broker whose contract the catalogue holds. */
public enum Broker {
    /** Kiwoom REST API. */
    KIWOOM("kiwoom"),
    /** KIS Open API. */
    KIS("kis");

    private final String folder;

    Broker(final String folder) {
        this.folder = folder;
    }

    /** The broker's folder in the contract and its word in text resources, for example {@code kiwoom}. */
    public String folder() {
        return folder;
    }

    /** The broker of a folder word; throws {@link IllegalArgumentException} for any other word. */
    public static Broker ofFolder(final String folder) {
        for (final Broker broker : values()) {
            if (broker.folder.equals(folder)) {
                return broker;
            }
        }
        throw new IllegalArgumentException("no such broker: " + folder);
    }
}
