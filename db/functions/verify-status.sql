-- What anybody may ask: whether a status with this number is held by whoever shows what only its
-- paper and its holder tell. Neither of the two tells anything to whoever has not got that.

create or replace function number_of_code(the_code bytea) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select number from status where code_index = the_code
  union all
  select number from former_paper where code_index = the_code
$$;

-- A paper that another took the place of is told for one, by its own code or by what it tells of its holder:
-- since when, and nothing of the status. With a code, what it stands on counts, and no other paper.
create or replace function verify_status(the_number text, the_holder bytea, the_code bytea)
returns table (
  kind text, field text, from_on date, until_on date, scoring_hash text, replaced_on date
)
language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select status.kind, status.field, status.from_on, status.until_on, case_file.scoring_hash,
    shown.replaced_on
  from status
  join case_file on case_file.id = status.case_id
  join lateral (
    select null::date as replaced_on
    where status.holder_index = the_holder and coalesce(status.code_index = the_code, true)
    union all
    (
      select former_paper.replaced_on from former_paper
      where former_paper.number = status.number and case
        when the_code is null then former_paper.holder_index = the_holder
        else former_paper.code_index = the_code
          and the_holder in (former_paper.holder_index, status.holder_index)
      end
      order by former_paper.named_at desc limit 1
    )
    limit 1
  ) as shown on true
  where status.number = the_number and status.state = 'in-force'
$$;
