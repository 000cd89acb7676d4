"""Settings: what a bureau writes into `gouji.toml`, found, read, checked and laid over each other; every value knows who set it.

`keys` is the one table of what can be set. From the weakest to the strongest: built in, the settings file nearest to a report (after those
that it extends), its `[[per-file]]` entries in their order, the environment, the command line. A stronger value replaces a weaker one; only
`ignore`, `exclude`, `severity` and tables such as `[[template]]` add up. What is left to be said
of the whole run is said by the file nearest to the folder that holds all that was named.
"""
