// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ashlar.ai.domain.CallEstimate;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ChatBodyTest {
    private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]";

    @Test
    void readsWhatItNeeds() {
        var facts = read("""
                {"temperature": 0.20, "model": "gpt", "n": 2, "max_tokens": 7, "max_completion_tokens": 9,
                 "messages": [{"role": "system", "content": "Be brief."}, {"content": [], "role": "user"}],
                 "stream": true, "stream_options": {"include_usage": true, "x": [1]}}""").facts();
        assertThat(facts.model()).isEqualTo("gpt");
        assertThat(facts.choices()).isEqualTo(2);
        assertThat(facts.maxCompletionTokens()).isEqualTo(9);
        assertThat(facts.stream()).isTrue();
        assertThat(facts.includesUsage()).isTrue();
    }

    /** A budget must hold enough for a provider that knows only one of them. */
    @ParameterizedTest
    @CsvSource({"7, 9, 9", "9, 7, 9", "null, 7, 7", "7, null, 7"})
    void takesTheGreaterOneOfTwoLimits(String maxTokens, String maxCompletionTokens, long expected) {
        assertThat(read("{\"model\":\"gpt\"," + MESSAGES + ",\"max_tokens\":" + maxTokens
                                + ",\"max_completion_tokens\":" + maxCompletionTokens + "}")
                        .facts()
                        .maxCompletionTokens())
                .isEqualTo(expected);
    }

    @Test
    void takesNullForAnAbsentField() {
        var facts = read("{\"model\":\"gpt\"," + MESSAGES
                        + ",\"n\":null,\"stream\":null,\"stream_options\":null,\"max_tokens\":null}")
                .facts();
        assertThat(facts.choices()).isEqualTo(1);
        assertThat(facts.stream()).isFalse();
        assertThat(facts.maxCompletionTokens()).isNull();
    }

    @Test
    void replacesTheModelAndNothingElse() {
        var body = "{ \"x\": 1.50, \"model\" : \"gpt\" ,\"ü\":\"\\u00fc\", " + MESSAGES + ", \"model \": \"gpt\"}\n";
        assertThat(forProvider(body)).isEqualTo(body.replace("\"gpt\" ,", "\"a \\\"name\\\"\" ,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"model\":\"gpt\",M,\"stream\":true} | {\"stream_options\":{\"include_usage\":true},\"model\":\"a\",M,\"stream\":true}",
                "{\"stream_options\":null,\"model\":\"gpt\",M,\"stream\":true} | {\"stream_options\":{\"include_usage\":true},\"model\":\"a\",M,\"stream\":true}",
                "{\"model\":\"gpt\",M,\"stream\":true,\"stream_options\":{\"y\":1}} | {\"model\":\"a\",M,\"stream\":true,\"stream_options\":{\"y\":1,\"include_usage\":true}}",
                "{\"model\":\"gpt\",M,\"stream\":true,\"stream_options\":{\"include_usage\":true}} | {\"model\":\"a\",M,\"stream\":true,\"stream_options\":{\"include_usage\":true}}",
                "{\"model\":\"gpt\",M,\"stream\":false,\"stream_options\":{\"y\":1}} | {\"model\":\"a\",M,\"stream\":false,\"stream_options\":{\"y\":1}}"
            })
    void asksForTheUsageOfStreams(String client, String provider) {
        var sent = new String(read(client.replace("M", MESSAGES)).forProvider("a"), StandardCharsets.UTF_8);
        assertThat(sent).isEqualTo(provider.replace("M", MESSAGES));
    }

    @Test
    void estimatesTheCallWithoutTheBytesOfImages() {
        var image = "data:image/png;base64," + "A".repeat(10_000);
        var body = "{\"model\":\"gpt\",\"messages\":[{\"role\":\"user\",\"content\":["
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + image + "\",\"detail\":\"low\"}},"
                + "{\"type\":\"image_url\",\"image_url\":\"" + image + "\"},{\"type\":\"text\",\"text\":\"a url\"}]}]}";
        assertThat(read(body).estimate())
                .isEqualTo(new CallEstimate(body.length() - 2L * (image.length() + 2), 2, 1, null));
    }

    /** A provider that ignores the case of names would take an image for which nothing is held. */
    @ParameterizedTest
    @ValueSource(strings = {"\"Image_URL\":{\"url\":X}", "\"image_url\":{\"Url\":X}", "\"IMAGE_URL\":X"})
    void countsImagesInAnySpelling(String image) {
        var body = "{\"model\":\"gpt\",\"messages\":[{\"role\":\"user\",\"content\":[{" + image.replace("X", "\"a\"")
                + "}]}]}";
        assertThat(read(body).estimate()).isEqualTo(new CallEstimate(body.length() - 3, 1, 1, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{M}                                        | /model",
                "{\"model\":17,M}                           | /model",
                "{\"model\":\" \",M}                        | /model",
                "{\"model\":\"a\"}                          | /messages",
                "{\"model\":\"a\",\"messages\":[]}          | /messages",
                "{\"model\":\"a\",\"messages\":{}}          | /messages",
                "{\"model\":\"a\",\"messages\":[1]}         | /messages/0",
                "{\"model\":\"a\",M,\"n\":0}                | /n",
                "{\"model\":\"a\",M,\"n\":129}              | /n",
                "{\"model\":\"a\",M,\"n\":1.5}              | /n",
                "{\"model\":\"a\",M,\"n\":\"1\"}            | /n",
                "{\"model\":\"a\",M,\"max_tokens\":-1}      | /max_tokens",
                "{\"model\":\"a\",M,\"max_tokens\":99999999999999999999} | /max_tokens",
                "{\"model\":\"a\",M,\"max_completion_tokens\":{}} | /max_completion_tokens",
                "{\"model\":\"a\",M,\"stream\":1}           | /stream",
                "{\"model\":\"a\",M,\"stream_options\":1}   | /stream_options",
                "{\"model\":\"a\",M,\"stream_options\":{\"include_usage\":\"yes\"}} | /stream_options/include_usage",
                "{\"model\":\"a\",M,\"model\":\"b\"}        | /model",
                "{\"model\":\"a\",M,\"modeL\":\"b\"}        | /modeL",
                "{\"model\":\"a\",M,\"N\":9}                | /N",
                "{\"model\":\"a\",M,\"max_Tokens\":9}       | /max_Tokens",
                "{\"model\":\"a\",M,\"max_tokenſ\":9}  | /max_tokenſ"
            })
    void refusesAWrongField(String body, String pointer) {
        var refusal = catchThrowableOfType(DomainException.class, () -> read(body.replace("M", MESSAGES)));
        assertThat(refusal.type()).isEqualTo(KernelProblem.INVALID_REQUEST);
        assertThat(refusal.errors())
                .extracting(DomainException.FieldError::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "42",
                "{}{}",
                "{\"model\":\"a\",M}{}",
                "{\"model\":\"a\",M",
                "\u0000",
                "\uFEFF{}"
            })
    void refusesWhatIsNoObject(String body) {
        var refusal = catchThrowableOfType(DomainException.class, () -> read(body.replace("M", MESSAGES)));
        assertThat(refusal.type()).isEqualTo(KernelProblem.INVALID_REQUEST);
    }

    @Test
    void refusesOtherEncodingsThanUtf8() {
        var body = ("{\"model\":\"a\"," + MESSAGES + "}").getBytes(StandardCharsets.UTF_16LE);
        assertThat(catchThrowableOfType(DomainException.class, () -> ChatBody.read(body))
                        .detail())
                .contains("UTF-8");
    }

    @Test
    void refusesEndlessNesting() {
        var body = "{\"model\":\"a\"," + MESSAGES + ",\"x\":" + "[".repeat(5_000);
        assertThat(catchThrowableOfType(DomainException.class, () -> read(body)).type())
                .isEqualTo(KernelProblem.INVALID_REQUEST);
    }

    private static String forProvider(String body) {
        var changed = new String(read(body).forProvider("a \"name\""), StandardCharsets.UTF_8);
        JsonMapper.shared().readTree(changed);
        return changed;
    }

    private static ChatBody read(String body) {
        return ChatBody.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
