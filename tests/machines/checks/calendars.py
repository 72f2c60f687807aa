"""The calendars, as a calendar reads them (RFC 5545)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

ZONE = ZoneInfo("Europe/Amsterdam")


def calendar(site, address):
    reply = site.found(address, "text/calendar")
    for line in reply.body.split(b"\r\n"):
        assert len(line) <= 75 and b"\n" not in line, f"{address}: {line}"
    read = icalendar.Calendar.from_ical(reply.body)
    assert not read.errors, read.errors
    assert read["VERSION"] == "2.0" and read["PRODID"]
    for event in read.walk("VEVENT"):
        assert not event.errors, event.errors
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "URL"):
            assert name in event, f"{address}: an event has no {name}"
        assert event["DTSTAMP"].dt <= datetime.fromisoformat(site.now)
        site.found(event["URL"], "text/html")
    return read


def calendars(site):
    return [address for address in site.addresses() if address.endswith("calendar.ics")]


def times(site, address, start, end):
    found = recurring_ical_events.of(calendar(site, address)).between(start, end)
    return sorted(str(event["DTSTART"].dt) for event in found)


def check_every_calendar_can_be_read(site):
    addresses = calendars(site)
    assert len(addresses) > 8, addresses
    uids = {}
    for address in addresses:
        for event in calendar(site, address).walk("VEVENT"):
            known = uids.setdefault(str(event["URL"]), str(event["UID"]))
            assert known == event["UID"], f"{event['URL']} has one name in every calendar"
    assert len(set(uids.values())) == len(uids), "no two events have one name"


def check_the_whole_has_what_the_parts_have(site):
    def names(address):
        return {str(event["UID"]) for event in calendar(site, address).walk("VEVENT")}

    whole = names("/agenda/calendar.ics")
    for address in calendars(site):
        if address.startswith("/agenda/"):
            assert names(address) <= whole, address


def check_a_repeated_event_keeps_its_hour_and_its_exceptions(site):
    if not site.is_small():
        return
    december = (date(2026, 12, 1), date(2027, 1, 1))
    assert times(site, "/agenda/markt/calendar.ics", *december) == [
        f"2026-12-{day} 09:00:00+01:00" for day in ("01", "08", "15", "29")
    ]
    summer = (date(2026, 10, 19), date(2026, 10, 28))
    assert times(site, "/agenda/markt/calendar.ics", *summer) == [
        "2026-10-20 09:00:00+02:00",
        "2026-10-27 09:00:00+01:00",
    ]
    all_year = (date(2026, 1, 1), date(2027, 3, 1))
    council = times(site, "/vergaderingen/raad/calendar.ics", *all_year)
    assert len(council) == 12 and council[-1] == "2026-12-25 19:30:00+01:00", council
    second = times(site, "/agenda/inloop/calendar.ics", *all_year)
    assert len(second) == 13 and second[1] == "2026-02-10 20:00:00+01:00", second


def check_its_own_time_zone_is_that_of_the_region(site):
    for address in calendars(site):
        read = calendar(site, address)
        zones = [zone.to_tz() for zone in read.walk("VTIMEZONE")]
        assert len(zones) == 1, address
        for event in read.walk("VEVENT"):
            start = event["DTSTART"].dt
            if not isinstance(start, datetime):
                continue
            own = start.replace(tzinfo=zones[0])
            assert own.utcoffset() == start.replace(tzinfo=ZONE).utcoffset(), (address, start)


def check_what_is_cancelled_says_so(site):
    if not site.is_small():
        return
    [event] = calendar(site, "/agenda/oogstfeest/calendar.ics").walk("VEVENT")
    assert event["STATUS"] == "CANCELLED"
    assert event["DTSTART"].dt == date(2026, 12, 5)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=2)
    [market] = calendar(site, "/agenda/gemeenten/oever/calendar.ics").walk("VEVENT")
    assert market["SUMMARY"] == "Markt, met kramen; en muziek"
    assert market["LOCATION"] == "De Kade, Kade 1, Oever"
    assert market["SEQUENCE"] > 0, "it was changed since it appeared"
