package dev.hoga.gateway.kiwoom;

import dev.hoga.gateway.SimulatedPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the code declares as constant is what {@code docs/simulated.md} tells its readers. */
class SimulatedPageTest {

    @Test
    void printsEveryDeclaredConstant() throws IOException {
        SimulatedPage.assertPrints("constants", DeclaredConstants.table());
    }

    @Test
    void printsEveryConstantOfWhatIsPushed() throws IOException {
        SimulatedPage.assertPrints("realtime constants", RealConstants.table());
    }
}
