// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sample.web;

import dev.ashlar.kernel.web.PublicEndpoint;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public operations that forward to others. */
@RestController
@Hidden
public class DetourController {
    @GetMapping("/api/v1/detour")
    @PublicEndpoint
    void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher(SampleServer.SAMPLE).forward(request, response);
    }

    @GetMapping("/api/v1/detour/closed")
    @PublicEndpoint
    void forwardToClosed(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/api/v1/samples/mine").forward(request, response);
    }
}
