package dev.ashlar.bootstrap.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.ashlar.kernel.application.Idempotency;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every job of the application, one bean each. */
@Configuration(proxyBeanMethods = false)
class Jobs {
    @Bean
    RecurringTask<Void> forgetIdempotencyKeys(Idempotency idempotency) {
        return Job.every(Duration.ofHours(1), "kernel.forget-idempotency-keys", idempotency::forgetOld)
                .task();
    }
}
