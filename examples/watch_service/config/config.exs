import Config

# Tests start what they need by themselves: without root, the programs' child would end the run before the first.
if config_env() == :test, do: config(:watch_service, children: [])
