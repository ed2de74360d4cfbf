package dev.hoga.server;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML values read as JSON reads them: 000660 is a text, not an octal number; dates and floats stay texts, too. */
final class JsonNumbers extends Resolver {
    private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]*)");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
        addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
        addImplicitResolver(Tag.NULL, Pattern.compile("~|null| "), "~n\0");
        addImplicitResolver(Tag.NULL, EMPTY, null);
    }
}
