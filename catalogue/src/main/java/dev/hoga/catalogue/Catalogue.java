package dev.hoga.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The contract of both brokers, read from the resource that the build compiled. Immutable; safe for several threads. */
public final class Catalogue {

    static final String RESOURCE = "catalogue.bin";

    private final BrokerCatalogue kiwoom;
    private final BrokerCatalogue kis;

    private Catalogue(final List<BrokerCatalogue> brokers) {
        kiwoom = brokers.get(Broker.KIWOOM.ordinal());
        kis = brokers.get(Broker.KIS.ordinal());
    }

    /**
     * Reads the index; TRs are decoded when they are asked for. Load it once and hand it on.
     *
     * @throws IllegalStateException when the resource is missing or of another version
     */
    public static Catalogue load() {
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("catalogue resource is missing: build the catalogue module");
            }
            return of(in.readAllBytes());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalogue of(final byte[] compiled) {
        return new Catalogue(CatalogueReader.open(compiled));
    }

    /** Kiwoom's contract. */
    public BrokerCatalogue kiwoom() {
        return kiwoom;
    }

    /** KIS's contract. */
    public BrokerCatalogue kis() {
        return kis;
    }

    /** The contract of a broker. */
    public BrokerCatalogue of(final Broker broker) {
        return broker == Broker.KIWOOM ? kiwoom : kis;
    }
}
