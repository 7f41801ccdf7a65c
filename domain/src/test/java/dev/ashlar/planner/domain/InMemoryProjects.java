package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Projects} without a database. */
public final class InMemoryProjects implements Projects {
    private final Map<ProjectId, Project> live = new HashMap<>();
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
    public boolean update(Project renamed, int expectedVersion) {
        boolean current = hasVersion(renamed.ownerId(), renamed.id(), expectedVersion);
        if (current) {
            live.put(
                    renamed.id(),
                    new Project(
                            renamed.id(),
                            renamed.ownerId(),
                            renamed.name(),
                            renamed.createdAt(),
                            renamed.updatedAt(),
                            expectedVersion + 1));
        }
        return current;
    }

    @Override
    public boolean delete(UserId owner, ProjectId id, int expectedVersion, Instant now) {
        return hasVersion(owner, id, expectedVersion) && live.remove(id) != null;
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

    private boolean hasVersion(UserId owner, ProjectId id, int version) {
        return find(owner, id).filter(project -> project.version() == version).isPresent();
    }
}
