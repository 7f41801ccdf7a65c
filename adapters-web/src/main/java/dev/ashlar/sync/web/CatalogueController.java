// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.sync.application.CatalogueItemView;
import dev.ashlar.sync.application.CatalogueService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/catalogue")
@Tag(name = "Catalogue", description = "Courses and tests of external catalogues.")
class CatalogueController {
    private final CatalogueService catalogue;

    CatalogueController(CatalogueService catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/courses")
    @Operation(
            summary = "List courses of the external catalogue",
            description =
                    "The newest course comes first. Courses that have disappeared from the catalogue are left out.")
    @Refuses("request.invalid-cursor")
    Listing<CatalogueItemView> listCourses(Actor actor, PageRequest page) {
        return Listing.of(catalogue.courses(actor, page));
    }

    @GetMapping("/tests")
    @Operation(
            summary = "List tests of the external catalogue",
            description = "The newest test comes first. Tests that have disappeared from the catalogue are left out.")
    @Refuses("request.invalid-cursor")
    Listing<CatalogueItemView> listTests(Actor actor, PageRequest page) {
        return Listing.of(catalogue.tests(actor, page));
    }
}
