"""What keeps work from being lost: recovery copies, locks, versions and rounds, the last resort."""
