// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.planner.application.TrashService;
import dev.ashlar.planner.application.TrashView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/trash")
@Tag(name = "Trash", description = "Deleted todos, schedule items, projects and automation jobs.")
class TrashController {
    private final TrashService trash;

    TrashController(TrashService trash) {
        this.trash = trash;
    }

    @GetMapping
    @Operation(
            summary = "List your trash",
            description = "The last deleted thing comes first. Each can be restored by the operation of its kind for"
                    + " 30 days.")
    Listing<TrashView> listPlannerTrash(Actor actor, PageRequest page) {
        return Listing.of(trash.list(actor, page));
    }
}
