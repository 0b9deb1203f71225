"""A child for the tests of `proses` that never reads what it is sent."""

import time

if __name__ == "__main__":
    time.sleep(600)
