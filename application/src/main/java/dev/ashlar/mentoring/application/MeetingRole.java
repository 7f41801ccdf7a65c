package dev.ashlar.mentoring.application;

/** On which side of a meeting somebody is. */
public enum MeetingRole {
    MENTOR,
    STUDENT
}
