"""What can be asked of a survey: SQL that a reader can change, over its views."""

VIEWS = """
    create or replace view documents as select * from read_parquet('{0}/documents/*.parquet');
    create or replace view sentences as select * from read_parquet('{0}/sentences/*.parquet');
    create or replace view mentions as select * from read_parquet('{0}/mentions/*.parquet');
"""
GROUPS = "create or replace view groups as select * from read_parquet('{0}/groups.parquet')"

# Only numbers of which there are many can be printed by many hosts. Keys fall into 65,536 buckets; those that hold most
# are looked at, and `bound` is how many any other holds at most, so that whether more must be looked at is known.
_HEAVY = """
    with counted as (
        select (quantity >> 48)::usmallint as bucket, count(*) as printed from mentions
        where quantity <> 0 and digits >= $digits group by bucket order by printed desc, bucket limit $many + 1
    ),
    heavy as (select bucket from counted order by printed desc, bucket limit $many),
    bounded as (select case when count(*) > $many then min(printed) else 0 end as bound from counted),
"""
# Numbers with their places: the pages, hosts and origins that print each, when first, and what it is said to measure.
RECURRING = f"""{_HEAVY}
    widest as (
        select quantity, count(distinct host_key) as hosts from mentions
        where quantity <> 0 and digits >= $digits and (quantity >> 48)::usmallint in (select bucket from heavy)
          and ($units is null or unit in (select unnest($units)))
        group by quantity having hosts >= $hosts order by hosts desc, quantity limit $top
    ),
    chosen as materialized (
        select quantity, doc, date, exact, metric, head, unit from mentions semi join widest using (quantity)
    ),
    pages as (
        select quantity, count(distinct c.doc) as pages, count(distinct g.origin) as origins, min(c.date) as first_seen
        from chosen c join groups g using (doc) group by quantity
    ),
    named as (
        select quantity, exact, metric, any_value(head) as head, any_value(unit) as unit, count(*) as times
        from chosen group by quantity, exact, metric
    ),
    said as (
        select quantity, any_value(unit) as unit, arg_max(exact, (times, exact)) as number,
               count(distinct head) filter (head <> '') as meanings
        from named group by quantity
    ),
    measured as (
        select quantity, list(metric order by times desc, metric)[:5] as measured
        from (select quantity, metric, sum(times) as times from named where metric <> '' group by quantity, metric)
        group by quantity
    )
    select number, unit, pages, hosts, origins, first_seen, meanings, coalesce(measured, []) as measured, quantity,
           bound
    from widest join pages using (quantity) join said using (quantity) left join measured using (quantity), bounded
    order by hosts desc, pages desc, quantity
"""
# Numbers of one metric that several origins print, and more of them than would by chance: were all numbers of as many
# digits equally likely, how often each is printed would be a Poisson variable. Of those that are shown, the share of
# $chance at most is expected by chance. Ten pages that print 20% of one metric say little; three that print 31.74% do.
REPEATED = """
    with often as (
        select quantity from mentions where quantity <> 0 and digits >= $digits and head <> ''
        group by quantity having count(*) >= $origins
    ),
    said as (
        select quantity, head, any_value(unit) as unit, max(digits) as digits, min(exact) as number,
               min(metric) as metric, count(distinct doc) as pages, count(distinct host_key) as hosts,
               count(distinct g.origin) as origins, min(date) as first_seen
        from mentions m semi join often using (quantity) join groups g using (doc)
        where head <> '' group by quantity, head having origins >= $origins
    ),
    kinds as (
        select unit, digits, head, 9 * pow(10, digits - 1) as possible, count(*) / possible as rate
        from mentions where quantity <> 0 group by unit, digits, head
    ),
    weighed as (
        select said.*, case when rate >= origins then possible else possible
                   * exp(origins * ln(rate) - rate - lgamma(origins + 1)) / (1 - rate / (origins + 1)) end as by_chance,
               count(*) over (partition by unit, digits, head order by origins desc) as found
        from said join kinds using (unit, digits, head)
    )
    select number, metric, unit, pages, hosts, origins, first_seen, by_chance, quantity, head
    from weighed where by_chance <= $chance * found
    order by origins desc, pages desc, quantity, head limit $top
"""
# The pages that print one quantity, the first one first; its words are looked up only where it is shown.
SEEN = """
    with placed as (
        select date, doc from mentions where quantity = $quantity order by date nulls last, doc limit $top
    ),
    found as (select * from mentions where quantity = $quantity and doc in (select doc from placed)),
    texts as (select doc, sentence, text from sentences where doc in (select doc from placed))
    select distinct f.date, d.host, d.address, f.exact, f.metric, t.text as sentence, g.is_first
    from found f join documents d using (doc) join groups g using (doc) left join texts t using (doc, sentence)
    order by f.date nulls last, d.address limit $top
"""
# Numbers that stand for several things: the meanings of each, with the hosts that give it. What is printed so often is
# counted by its key alone first, since most numbers are printed once or twice and would only fill the memory.
MEANINGS = """
    with often as (
        select quantity from mentions where quantity <> 0 and digits >= $digits
        group by quantity having count(*) >= $least
    ),
    said as (
        select quantity, head, min(exact) as number, min(metric) as metric, count(distinct host_key) as hosts
        from mentions semi join often using (quantity) where head <> '' group by quantity, head
    )
    select min(number) as number, count(*) as meanings, sum(hosts) as hosts,
           list(metric || ' (' || hosts || ')' order by hosts desc, metric)[:8] as measured, quantity
    from said group by quantity having count(*) >= 2 and sum(said.hosts) >= $hosts
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
    with heavy as (
        select template, count(*) as printed from sentences where template <> 0
        group by template having count(*) >= 2 order by printed desc, template limit $many
    ),
    bounded as (select case when count(*) < $many then 0 else min(printed) end as bound from heavy),
    filled as (
        select template, count(distinct filled) as fillings, count(distinct host_key) as hosts,
               count(distinct doc) as pages, min((doc, sentence)) as first
        from sentences semi join heavy using (template) group by template
        having fillings >= $fillings and pages >= 2
        order by fillings desc, pages desc, template limit $top
    ),
    texts as (select doc, sentence, text from sentences where doc in (select first[1] from filled))
    select fillings, hosts, pages, text as example, template, bound
    from filled join texts on texts.doc = first[1] and texts.sentence = first[2], bounded
    order by fillings desc, pages desc, template
"""
# Families of hosts: how many pages they share.
FAMILIES = """
    select count(distinct d.host) as hosts, count(*) as pages, count(*) filter (not is_first) as copies,
           list_slice(list(distinct d.host order by d.host), 1, 12) as members, family
    from groups g join documents d using (doc) where d.host <> ''
    group by family having count(distinct d.host) >= 2
    order by copies desc, hosts desc, family limit $top
"""
