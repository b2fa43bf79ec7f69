import { askOnce } from './ask-file.ts';

/** The figures of the bird strikes once more, by other means than the example and the product use. For tests only. */
export interface IndependentStrikes {
  reports: number;
  per_year: number;
  nothing: number;
  team: number;
  hangar: number;
  today: number;
  perfect: number;
  hoped: number;
  net: number;
  /** in how many of a hundred cases a model must be right, its errors spread evenly */
  accuracy: number;
  large_of_substantial: number;
  large_of_none: number;
}

const sql = `
  with strike as (
    select "Effect Amount of damage" as damage, "Wildlife Size" as size, "Flight Date" as day
    from read_csv($file)
    where "Aircraft Airline Operator" <> 'MILITARY' and "Aircraft Airline Operator" <> 'BUSINESS'
      and "Effect Amount of damage" in ('None', 'Minor', 'Medium', 'Substantial')
  ),
  counted as (
    select
      count(*) as reports,
      round(sum(case when day >= '1999-01-01' and day < '2002-01-01' then 1 else 0 end) / 3) as per_year,
      -- six digits, and the last share is what is left
      round(avg(case when damage = 'None' then 1 else 0 end), 6) as none_share,
      round(avg(case when damage = 'Minor' then 1 else 0 end), 6) as minor_share,
      round(avg(case when damage = 'Medium' then 1 else 0 end), 6) as medium_share,
      round(1 - none_share - minor_share - medium_share, 6) as substantial_share,
      100.0 * sum(case when damage = 'Substantial' and size = 'Large' then 1 else 0 end) / sum(case when damage = 'Substantial' then 1 else 0 end) as large_of_substantial,
      100.0 * sum(case when damage = 'None' and size = 'Large' then 1 else 0 end) / sum(case when damage = 'None' then 1 else 0 end) as large_of_none
    from strike
  ),
  -- euros of waiting: the inspection alone, a team, a hangar; and what the data scientist hopes for
  price (damage, usual, team, hangar, to_usual, to_team, to_hangar) as (
    values ('None', 0, 650, 6500, 0.86, 0.12, 0.02), ('Minor', 4200, 1900, 7400, 0.35, 0.45, 0.2),
      ('Medium', 19000, 12500, 9800, 0.2, 0.35, 0.45), ('Substantial', 46000, 34000, 21000, 0.12, 0.28, 0.6)
  ),
  by_rule as (
    select damage, avg(case size when 'Small' then usual when 'Medium' then team else hangar end) as ruled
    from strike join price using (damage) group by damage
  ),
  weighed as (
    select
      price.*, ruled, least(usual, team, hangar) as best,
      case price.damage when 'None' then none_share when 'Minor' then minor_share when 'Medium' then medium_share else substantial_share end * per_year as cases
    from price join by_rule using (damage), counted
  ),
  priced as (
    select
      sum(cases * usual) as nothing, sum(cases * team) as team, sum(cases * hangar) as hangar, sum(cases * ruled) as today,
      sum(cases * best) as perfect, -- taken for another damage, each as often: what would be right for that one is then done
      sum(cases * case damage when 'None' then team + 2 * hangar when 'Minor' then usual + 2 * hangar else usual + team + hangar end / 3) as wrong,
      sum(cases * (to_usual * usual + to_team * team + to_hangar * hangar)) as hoped
    from weighed
  )
  -- a = 0.7; F = 60000 + 150000 / 3; the rival is a team for every strike
  select *,
    team - (0.7 * hoped + 0.3 * nothing) - 110000 as net,
    100 * (wrong - (team - 110000 - 0.3 * nothing) / 0.7) / (wrong - perfect) as accuracy
  from priced, counted`;

export function computeStrikesIndependently(file: string): Promise<IndependentStrikes> {
  return askOnce<IndependentStrikes>(sql, file);
}
