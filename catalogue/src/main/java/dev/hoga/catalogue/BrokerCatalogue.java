package dev.hoga.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The contract of one broker. Immutable; safe for several threads. */
public final class BrokerCatalogue {

    private final Broker broker;
    private final CatalogueReader reader;
    private final List<CatalogueReader.IndexEntry> entries;
    private final AtomicReferenceArray<TrSpec> decoded;
    private final Map<String, Integer> byKey = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> byTr = new HashMap<>();
    private final Map<String, List<Integer>> byPath = new HashMap<>();
    private final ErrorTable errors;

    BrokerCatalogue(
        final Broker broker, final CatalogueReader reader, final List<CatalogueReader.IndexEntry> entries, final ErrorTable errors) {
        this.broker = broker;
        this.reader = reader;
        this.entries = entries;
        this.errors = errors;
        this.decoded = new AtomicReferenceArray<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            final CatalogueReader.IndexEntry entry = entries.get(i);
            byKey.put(entry.key(), i);
            byName.put(entry.name(), i);
            byPath.computeIfAbsent(entry.path(), path -> new ArrayList<>()).add(i);
            for (final String trId : entry.trIds()) {
                byTr.put(trId, i);
            }
        }
        byTr.remove("");
    }

    /** Whose contract this is. */
    public Broker broker() {
        return broker;
    }

    /** The TR with a {@link TrSpec#key()}; case-sensitive, because Kiwoom has both {@code 0G} and {@code 0g}. */
    public Optional<TrSpec> find(final String key) {
        return Optional.ofNullable(byKey.get(key)).map(this::tr);
    }

    /** Like {@link #find}, for a key that the caller knows to exist; throws {@link NoSuchElementException} when it does not. */
    public TrSpec require(final String key) {
        return find(key).orElseThrow(() -> new NoSuchElementException(broker + " has no TR " + key));
    }

    /** The TR with an English operation name. */
    public Optional<TrSpec> findByName(final String name) {
        return Optional.ofNullable(byName.get(name)).map(this::tr);
    }

    /** KIS: the URL that takes a TR id: live, mock or former. Kiwoom: the same as {@link #find}. */
    public Optional<TrSpec> findByTr(final String trId) {
        return broker == Broker.KIWOOM ? find(trId) : Optional.ofNullable(byTr.get(trId)).map(this::tr);
    }

    /** True when any TR is served on a path. */
    public boolean hasPath(final String path) {
        return byPath.containsKey(path);
    }

    /** The TRs of a path, whatever the method; empty for an unknown path. */
    public List<TrSpec> findByPath(final String path) {
        return byPath.getOrDefault(path, List.of()).stream().map(this::tr).toList();
    }

    /** The TR of a method and a path where there is exactly one, as with KIS. */
    public Optional<TrSpec> findByPath(final String method, final String path) {
        final List<Integer> found = byPath.getOrDefault(path, List.of()).stream()
            .filter(index -> entries.get(index).method().equals(method)).toList();
        return found.size() == 1 ? Optional.of(tr(found.get(0))) : Optional.empty();
    }

    /** Every operation, in the order of the contract's files; descriptions shared by several TRs are left out. Decodes all. */
    public List<TrSpec> all() {
        final List<TrSpec> all = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            final TrSpec spec = tr(i);
            if (!spec.shared()) {
                all.add(spec);
            }
        }
        return all;
    }

    /** The broker's errors and refusals. */
    public ErrorTable errors() {
        return errors;
    }

    private TrSpec tr(final int index) {
        TrSpec spec = decoded.get(index);
        if (spec == null) {
            // Two threads may both decode; both get equal values, one of them is kept.
            spec = reader.tr(broker, entries.get(index).offset());
            decoded.compareAndSet(index, null, spec);
            spec = decoded.get(index);
        }
        return spec;
    }
}
