// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Projects} without a database. */
public final class InMemoryProjects implements Projects {
    private final Map<ProjectId, Project> live = new HashMap<>();
    private final Map<ProjectId, Deleted> trash = new HashMap<>();
    private final List<ProjectMember> members = new ArrayList<>();

    @Override
    public void insert(Project project, ProjectMember owner) {
        live.put(project.id(), project);
        members.add(owner);
    }

    @Override
    public Optional<Project> find(UserId owner, ProjectId id) {
        return Optional.ofNullable(live.get(id))
                .filter(project -> project.ownerId().equals(owner));
    }

    @Override
    public Optional<ProjectRole> roleOf(UserId person, ProjectId id) {
        return findMember(id, person).map(ProjectMember::role);
    }

    @Override
    public Optional<ProjectRole> lockRole(UserId person, ProjectId id) {
        return roleOf(person, id);
    }

    @Override
    public boolean update(Project renamed, int expectedVersion) {
        boolean current = hasVersion(renamed.ownerId(), renamed.id(), expectedVersion);
        if (current) {
            live.put(renamed.id(), changed(renamed, renamed.updatedAt()));
        }
        return current;
    }

    @Override
    public boolean delete(UserId owner, ProjectId id, int expectedVersion, Instant now) {
        boolean current = hasVersion(owner, id, expectedVersion);
        if (current) {
            trash.put(id, new Deleted(changed(live.remove(id), now), now));
        }
        return current;
    }

    @Override
    public boolean restore(UserId owner, ProjectId id, Instant now) {
        var deleted = trash.get(id);
        boolean own = deleted != null && deleted.project().ownerId().equals(owner);
        if (own) {
            trash.remove(id);
            live.put(id, changed(deleted.project(), now));
        }
        return own;
    }

    @Override
    public int purge(Instant deletedBefore, int limit) {
        var old = trash.values().stream()
                .filter(deleted -> deleted.at().isBefore(deletedBefore))
                .sorted(Comparator.comparing(Deleted::at))
                .limit(limit)
                .toList();
        trash.values().removeAll(old);
        return old.size();
    }

    @Override
    public boolean addMember(ProjectMember member) {
        return findMember(member.projectId(), member.userId()).isEmpty() && members.add(member);
    }

    @Override
    public Optional<ProjectMember> findMember(ProjectId id, UserId person) {
        return members.stream()
                .filter(member -> live.containsKey(id))
                .filter(member ->
                        member.projectId().equals(id) && member.userId().equals(person))
                .findFirst();
    }

    @Override
    public boolean updateMember(ProjectMember changed, int expectedVersion, Instant now) {
        return removeMember(changed, expectedVersion)
                && members.add(new ProjectMember(
                        changed.projectId(),
                        changed.userId(),
                        changed.ownerId(),
                        changed.role(),
                        changed.joinedAt(),
                        expectedVersion + 1));
    }

    @Override
    public boolean removeMember(ProjectMember member, int expectedVersion) {
        return members.removeIf(stored -> stored.projectId().equals(member.projectId())
                && stored.userId().equals(member.userId())
                && stored.ownerId().equals(member.ownerId())
                && stored.version() == expectedVersion);
    }

    @Override
    public void separate(UserId one, UserId other) {
        members.removeIf(
                member -> member.userId().equals(one) && member.ownerId().equals(other)
                        || member.userId().equals(other) && member.ownerId().equals(one));
    }

    @Override
    public void erase(UserId person) {
        live.values().removeIf(project -> project.ownerId().equals(person));
        members.removeIf(
                member -> member.userId().equals(person) || member.ownerId().equals(person));
    }

    private static Project changed(Project project, Instant at) {
        return new Project(
                project.id(), project.ownerId(), project.name(), project.createdAt(), at, project.version() + 1);
    }

    private record Deleted(Project project, Instant at) {}

    private boolean hasVersion(UserId owner, ProjectId id, int version) {
        return find(owner, id).filter(project -> project.version() == version).isPresent();
    }
}
