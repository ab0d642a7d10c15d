"""What can be asked of a survey: SQL that a reader can change, over its views."""

VIEWS = """
    create or replace view documents as select * from read_parquet('{0}/documents/*.parquet');
    create or replace view sentences as select * from read_parquet('{0}/sentences/*.parquet');
    create or replace view mentions as select * from read_parquet('{0}/mentions/*.parquet');
    create or replace view groups as select * from read_parquet('{0}/groups.parquet');
"""

# Numbers with their places: the pages, hosts and origins that print each, when first, and what it is said to measure.
RECURRING = """
    select any_value(exact) as number, any_value(unit) as unit,
           count(distinct m.doc) as pages, count(distinct m.host_key) as hosts, count(distinct g.origin) as origins,
           min(m.date) as first_seen, count(distinct head) filter (head <> '') as meanings,
           list_slice(list(distinct metric) filter (metric <> ''), 1, 5) as measured, quantity
    from mentions m join groups g using (doc)
    where quantity <> 0 and digits >= $digits and (len($units) = 0 or list_contains($units, unit))
    group by quantity having count(distinct m.host_key) >= $hosts
    order by hosts desc, pages desc, quantity limit $top
"""
# The pages that print one quantity, the first one first.
SEEN = """
    select m.date, d.host, d.address, m.exact, m.metric, s.text as sentence, g.is_first
    from mentions m join documents d using (doc) join groups g using (doc)
    left join sentences s on s.doc = m.doc and s.sentence = m.sentence
    where m.quantity = $quantity order by m.date nulls last, d.address limit $top
"""
# Numbers that stand for several things: the meanings of each, with the hosts that give it.
MEANINGS = """
    with said as (
        select quantity, head, any_value(exact) as number, any_value(metric) as metric,
               count(distinct host_key) as hosts
        from mentions where quantity <> 0 and digits >= $digits and head <> '' group by quantity, head
    )
    select any_value(number) as number, count(*) as meanings, sum(hosts) as hosts,
           list_slice(list(metric || ' (' || hosts || ')' order by hosts desc, metric), 1, 8) as measured, quantity
    from said group by quantity having count(*) >= 2 and sum(hosts) >= $hosts
    order by meanings desc, hosts desc, quantity limit $top
"""
# What is measured by many hosts with values that scatter: each value with no origin but its own page.
SCATTER = """
    select head, any_value(metric) as metric, unit, count(distinct quantity) as numbers,
           count(distinct host_key) as hosts,
           count(distinct g.origin) as origins, min(value) as least, median(value) as middle, max(value) as most
    from mentions m join groups g using (doc)
    where quantity <> 0 and head <> '' and unit = $unit
    group by head, unit having count(distinct host_key) >= $hosts and count(distinct quantity) >= 3
    order by hosts desc, numbers desc, head limit $top
"""
# One sentence filled with different numbers: the mark of pages made from a template.
TEMPLATES = """
    select count(distinct filled) as fillings, count(distinct host_key) as hosts, count(distinct doc) as pages,
           any_value(text) as example, template
    from sentences where template <> 0
    group by template having count(distinct filled) >= $fillings and count(distinct doc) >= 2
    order by fillings desc, pages desc, template limit $top
"""
# Families of hosts: how many pages they share.
FAMILIES = """
    select count(distinct d.host) as hosts, count(*) as pages, count(*) filter (not is_first) as copies,
           list_slice(list(distinct d.host order by d.host), 1, 12) as members, family
    from groups g join documents d using (doc) where d.host <> ''
    group by family having count(distinct d.host) >= 2
    order by copies desc, hosts desc, family limit $top
"""
