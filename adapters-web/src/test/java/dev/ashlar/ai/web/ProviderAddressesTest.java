// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.ai.web.ProviderAddresses.ForbiddenAddress;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderAddressesTest {
    private final ProviderAddresses strict = new ProviderAddresses(new AiSettings(false, List.of(), 13));
    private final ProviderAddresses lenient = new ProviderAddresses(new AiSettings(true, List.of(), 13));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "0.0.0.0",
                "224.0.0.1",
                "[::]",
                "[fe80::1]",
                "[fd00:ec2::254]",
                "[fd20:ce::254]",
                "[ff02::1]",
                "[::ffff:169.254.169.254]"
            })
    void refusesAddressesThatHandOutCredentials(String host) {
        assertThatThrownBy(() -> strict.requireAllowed(URI.create("https://" + host + "/v1")))
                .isInstanceOf(ForbiddenAddress.class);
        assertThatThrownBy(() -> lenient.requireAllowed(URI.create("http://" + host + "/v1")))
                .isInstanceOf(ForbiddenAddress.class);
    }

    /** Name servers may answer so, although Java reads no such address from a text. */
    @Test
    void looksIntoAnIpv6AddressForTheIpv4OneInIt() throws IOException {
        var mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(InetAddress.getByName("169.254.169.254").getAddress(), 0, mapped, 12, 4);
        var address = Inet6Address.getByAddress("llm.example", mapped, -1);
        assertThatThrownBy(() -> strict.requireAllowed(URI.create("https://llm.example"), List.of(address)))
                .isInstanceOf(ForbiddenAddress.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "127.0.0.1", "8.8.8.8", "[::1]", "[fd12::1]", "[2606:4700::1111]"})
    void allowsHttpsEverywhereElse(String host) {
        assertThatCode(() -> strict.requireAllowed(URI.create("https://" + host)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "127.0.0.1", "192.168.0.1", "172.16.0.1", "[::1]", "[fd12::1]"})
    void allowsHttpInTheOwnNetworkIfTheSettingsDo(String host) {
        var url = URI.create("http://" + host);
        assertThatCode(() -> lenient.requireAllowed(url)).doesNotThrowAnyException();
        assertThatThrownBy(() -> strict.requireAllowed(url)).isInstanceOf(ForbiddenAddress.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "[2606:4700::1111]"})
    void refusesHttpToTheInternet(String host) {
        assertThatThrownBy(() -> lenient.requireAllowed(URI.create("http://" + host)))
                .isInstanceOf(ForbiddenAddress.class);
    }
}
