// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.web.Refuses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class OperationConventionsTest {
    @Test
    void stopsTheStartAtAnUnknownCodeAndNamesItsPlace() throws Exception {
        assertThatThrownBy(checkOf("misspelled")::afterSingletonsInstantiated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Operations#misspelled")
                .hasMessageContaining("sample.sold-oot");
    }

    @Test
    void acceptsKnownCodes() throws Exception {
        assertThatNoException().isThrownBy(checkOf("right")::afterSingletonsInstantiated);
    }

    private OperationConventions checkOf(String operation) throws Exception {
        var mapping = new RequestMappingHandlerMapping();
        mapping.registerMapping(
                RequestMappingInfo.paths("/").build(), new Operations(), Operations.class.getMethod(operation));
        var beans = new StaticListableBeanFactory();
        beans.addBean("mapping", mapping);
        return new OperationConventions(beans.getBeanProvider(RequestMappingHandlerMapping.class));
    }

    static class Operations {
        @Refuses("sample.sold-oot")
        public void misspelled() {}

        @Refuses("sample.sold-out")
        public void right() {}
    }
}
