package dev.ashlar.bootstrap.seed;

import java.util.List;
import org.springframework.stereotype.Component;

/** People and their doings to try the API with. Their passwords are public, so production refuses them. */
@Component
class DemoData {
    /** In the order they depend on each other. */
    List<Seed> seeds() {
        return List.of();
    }

    /** Who may log in, for the startup report. */
    List<DemoLogin> logins() {
        return List.of();
    }
}
