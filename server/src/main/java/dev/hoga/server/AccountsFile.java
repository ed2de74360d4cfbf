package dev.hoga.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Reads the accounts of {@code --accounts}: YAML, a list of what {@code POST /control/accounts} takes, bare or under
 * {@code accounts}.
 */
final class AccountsFile {
    /** The most accounts of one file. */
    static final int MAX_ACCOUNTS = 1_000;
    private static final int MAX_CHARS = 4 << 20;

    private AccountsFile() {
    }

    /** @throws StartFailure with what is wrong */
    static List<AccountPlan> read(Path file) {
        try {
            Object document = yaml().load(Files.readString(file));
            Map<?, ?> top = document instanceof Map<?, ?> map ? map : Map.of("accounts", document == null ? List.of() : document);
            var plans = new ArrayList<AccountPlan>();
            for (Fields account : Fields.of(top).only("accounts").objects("accounts", MAX_ACCOUNTS)) {
                plans.add(AccountPlan.parse(account));
            }
            return numbered(plans);
        } catch (ControlError e) {
            throw new StartFailure("--accounts " + file + ": " + e.getMessage());
        } catch (YAMLException e) {
            throw new StartFailure("--accounts " + file + " is no YAML: " + e.getMessage().replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new StartFailure("--accounts: cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Accounts without a number get one by their place, so that a start that was cut off finds them again. */
    private static List<AccountPlan> numbered(List<AccountPlan> plans) {
        var taken = new HashSet<Long>();
        for (AccountPlan plan : plans) {
            if (plan.accountNumber().isPresent() && !taken.add(plan.accountNumber().get())) {
                throw ControlError.badRequest("two accounts have the number " + plan.accountNumber().get());
            }
        }
        var numbered = new ArrayList<AccountPlan>();
        long next = AccountDesk.FIRST_ACCOUNT_NUMBER;
        for (AccountPlan plan : plans) {
            while (plan.accountNumber().isEmpty() && !taken.add(next)) {
                next++;
            }
            numbered.add(plan.accountNumber().isPresent() ? plan : plan.withNumber(next));
        }
        return numbered;
    }

    /** Plain YAML: no types of Java, nothing twice, every size limited. */
    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(MAX_CHARS);
        options.setNestingDepthLimit(Json.MAX_DEPTH);
        options.setMaxAliasesForCollections(10);
        var dumperOptions = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumperOptions), dumperOptions, options, new JsonNumbers());
    }
}
