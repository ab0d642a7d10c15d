"""Read the numbers of very many documents, and ask where they recur.

The rooms, each importing only those above it:

- keys: 64-bit keys of texts, hosts and quantities; the heads of metrics
- parts: what is read, in parts that are one unit of work each
- texts: the documents of a part, with the faults of those that cannot be read
- signature: what near copies of a page, and of a sentence with other numbers, have in common
- schema, place: the columns of the tables; the country that a sentence names
- arrays: cells as columns, and the columns that follow from others
- rows: a part as rows of documents, sentences and mentions
- write: the Parquet files of a part, and whether they are there already
- families: near copies, hosts that copy from each other, and one origin for each page
- run: all parts on Dask, going on where a run was stopped
- questions: what can be asked of it, in SQL
- reviews, checked: fact checks that are there already, and the numbers that they were about
- survey: a survey as frames and a DuckDB connection
"""

from claimbook.survey.run import Means, Run, run
from claimbook.survey.survey import Survey, open_survey
from claimbook.survey.texts import Columns

open = open_survey  # as `claimbook.survey.open(DIR)`

__all__ = ["Columns", "Means", "Run", "Survey", "open", "open_survey", "run"]
