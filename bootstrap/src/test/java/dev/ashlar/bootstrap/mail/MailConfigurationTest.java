// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.domain.AccountMailer;
import dev.ashlar.identity.domain.AccountMailer.AccountMail;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.kernel.application.HealthResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailConfigurationTest {
    private static final AccountMail RESET =
            new AccountMail(TokenPurpose.PASSWORD_RESET, "ada@example.org", "Ada", "s3cret");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(MailConfiguration.class)
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class));

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void logsMailsWithoutAServer(CapturedOutput log) {
        application.run(context -> {
            assertThat(context.getBean(AccountMailer.class)).isInstanceOf(LoggingAccountMailer.class);
            context.getBean(AccountMailer.class).send(RESET);
            assertThat(log).contains("ada@example.org", "http://localhost:8080/reset-password?token=s3cret");
        });
    }

    @Test
    void sendsMailsToAServerWithTimeouts() {
        application.withPropertyValues("spring.mail.host=smtp.example.org").run(context -> {
            assertThat(context.getBean(AccountMailer.class)).isInstanceOf(SmtpAccountMailer.class);
            assertThat(context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                    .containsEntry("mail.smtp.connectiontimeout", "10000")
                    .containsEntry("mail.smtp.timeout", "10000")
                    .containsEntry("mail.smtp.writetimeout", "10000");
        });
    }

    @Test
    void checksAServerAndFindsThatItDoesNotAnswer() {
        application.run(context -> assertThat(context).doesNotHaveBean(MailProbe.class));
        application
                .withPropertyValues("spring.mail.host=localhost", "spring.mail.port=1")
                .run(context -> {
                    var probe = context.getBean(MailProbe.class);
                    assertThat(probe.component()).isEqualTo("mail");
                    assertThat(probe.check())
                            .isEqualTo(HealthResult.degraded("Mail server localhost accepts no connection."));
                });
    }

    /** The timeouts of the connection never end it. */
    @Test
    void givesUpAServerThatAnswersByteByByte() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var dripping = CompletableFuture.supplyAsync(() -> drip(listening));
            var server = new JavaMailSenderImpl();
            server.setHost(listening.getInetAddress().getHostAddress());
            server.setPort(listening.getLocalPort());
            var mailer = new SmtpAccountMailer(server, new MailSettings("us@example.org", "x"), Duration.ofMillis(200));

            assertThatThrownBy(() -> mailer.send(RESET)).isInstanceOf(MailSendException.class);

            assertThat(dripping).as("connection ended by the client").succeedsWithin(LIMIT);
        }
    }

    /** Answers with a line that never ends, as long as the client takes it; returns the number of bytes. */
    private static int drip(ServerSocket listening) {
        int sent = 0;
        try (var client = listening.accept()) {
            while (true) {
                client.getOutputStream().write('2');
                sent++;
            }
        } catch (IOException closed) {
            return sent;
        }
    }

    @Test
    void writesSenderRecipientAndLink() {
        var sent = new ArrayList<SimpleMailMessage>();
        var server = new MailSender() {
            @Override
            public void send(SimpleMailMessage... messages) {
                sent.addAll(List.of(messages));
            }
        };
        var mailer =
                new SmtpAccountMailer(server, new MailSettings("us@example.org", "https://app.example.org"), LIMIT);

        mailer.send(new AccountMail(TokenPurpose.EMAIL_VERIFICATION, "ada@example.org", "Ada", "s3cret"));

        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.getFrom()).isEqualTo("us@example.org");
            assertThat(message.getTo()).containsExactly("ada@example.org");
            assertThat(message.getSubject()).isEqualTo("Verify your email address");
            assertThat(message.getText()).contains("Hello Ada,", "https://app.example.org/verify-email?token=s3cret");
        });
    }
}
