// Prints the start of each occurrence in a calendar until a time, in UTC, as ical.js reckons them: the library of Thunderbird.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = path.dirname(process.env.PATH.split(path.delimiter)[0]); // npm exec puts .bin of the package first
const { default: ICAL } = await import(pathToFileURL(path.join(modules, 'ical.js', 'dist', 'ical.js')));
const [file, until] = process.argv.slice(2);
const end = Date.parse(until);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
calendar.getAllSubcomponents('vtimezone').forEach((zone) => ICAL.TimezoneService.register(zone));
const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component, { strictExceptions: true, exceptions: [] }));
const starts = [];
for (const event of events.filter((event) => !event.isRecurrenceException())) {
  events.filter((other) => other.isRecurrenceException() && other.uid === event.uid)
    .forEach((exception) => event.relateException(exception));
  if (!event.isRecurring()) {
    starts.push(event.startDate.toJSDate());
    continue;
  }
  const occurrences = event.iterator();
  for (let next = occurrences.next(); next && next.toJSDate() < end; next = occurrences.next()) {
    starts.push(event.getOccurrenceDetails(next).startDate.toJSDate());
  }
}
starts.filter((start) => start < end).sort((one, other) => one - other)
  .forEach((start) => console.log(start.toISOString().replace('.000Z', 'Z')));
