// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Sales people and their leads over HTTP. */
final class SalesOffice {
    static final String LEADS = "/api/v1/leads";
    static final String IMPORTS = "/api/v1/lead-imports";
    static final String TAGS = "/api/v1/tags";
    static final String FILE = "name,email,source\nGrace Hopper,grace@example.org,fair\n";

    final Api admin;
    final Api sales;
    private final Api nobody;

    SalesOffice(Api nobody) {
        this.nobody = nobody;
        this.admin = nobody.demo("admin");
        this.sales = nobody.demo("sales");
    }

    /** Returns a new sales person. */
    Api hired() {
        var newcomer = nobody.newcomer();
        edit(newcomer, Map.of("role", "sales")).is(200);
        return nobody.login(newcomer.get("/api/v1/me").json().at("/email").asString(), Api.NEWCOMERS_PASSWORD);
    }

    /** Puts a sales person into the team of a head. */
    void join(Api person, Api head) {
        edit(person, Map.of("salesHeadId", head.myId())).is(200);
    }

    private Api.Answer edit(Api person, Map<String, Object> change) {
        return admin.send(
                "PATCH",
                "/api/v1/users/" + person.myId(),
                JsonMapper.shared().writeValueAsString(change),
                "If-Match",
                "*");
    }

    static Map<String, Object> person(String name) {
        return Map.of("name", name, "email", mail(), "source", "open-day");
    }

    static String mail() {
        return "lead-" + UUID.randomUUID() + "@example.org";
    }

    /** Creates a lead and returns its path. */
    static String lead(Api owner) {
        return lead(owner, person("Grace Hopper"));
    }

    static String lead(Api owner, Map<String, Object> person) {
        return owner.post(LEADS, person).is(201).header("Location");
    }

    /** Creates a lead that is merged into another one and returns its path. */
    static String merged(Api owner) {
        var older = lead(owner);
        var younger = lead(owner);
        merge(owner, older, younger).is(200);
        return younger;
    }

    static Api.Answer merge(Api person, String one, String other) {
        return person.post(one + "/merge", Map.of("leadId", Campus.id(other)));
    }

    static Api.Answer edit(Api person, String lead, Map<String, Object> change, String tag) {
        return person.send("PATCH", lead, JsonMapper.shared().writeValueAsString(change), "If-Match", tag);
    }

    static String tag(Api person) {
        return person.post(
                        TAGS,
                        Map.of("name", "tag " + UUID.randomUUID().toString().substring(0, 8)))
                .is(201)
                .json()
                .at("/id")
                .asString();
    }

    static Api.Answer retag(Api person, String lead, String... tags) {
        return person.put(lead + "/tags", Map.of("tagIds", List.of(tags)));
    }

    static Api.Answer call(Api person, String lead) {
        return person.post(lead + "/activities", Map.of("type", "call", "note", "Nobody answers"));
    }

    static Api.Answer upload(Api person, String csv) {
        return person.send("POST", IMPORTS + "?fileName=fair.csv", csv, "Content-Type", "text/csv;charset=UTF-8");
    }

    /** Uploads a file and returns the path of its import. */
    static String uploaded(Api person, String csv) {
        return upload(person, csv).is(201).header("Location");
    }

    static Api.Answer run(Api person, String leadImport) {
        return person.send("POST", leadImport + "/run", null);
    }

    static List<String> ids(Api.Answer list) {
        return list.is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }
}
