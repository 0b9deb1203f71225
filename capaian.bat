@echo off
rem Windows: "capaian run" starts Capaian in the browser, "capaian test" checks everything, "capaian cepat" what takes two
rem minutes; the same steps as Makefile.
rem "set CAPAIAN_DATA=path" before "capaian run" starts with the store at that path, an empty one if there is none.
setlocal
cd /d "%~dp0"
set "PY=.venv\Scripts\python.exe"
set "DAFTAR="
if /i "%~1"=="run" set "DAFTAR=requirements.txt"
if /i "%~1"=="test" set "DAFTAR=requirements-dev.txt"
if /i "%~1"=="cepat" set "DAFTAR=requirements-dev.txt"
if not defined DAFTAR (
  echo Pemakaian: capaian run   atau   capaian test   atau   capaian cepat
  exit /b 2
)
if not exist "%PY%" (
  echo Membuat .venv ...
  py -3 -m venv .venv 2>nul || python -m venv .venv || goto :tanpa_python
)
"%PY%" -c "import sys; sys.exit(sys.version_info < (3, 11))" || goto :tanpa_python

rem The libraries are installed again only when a list of them has changed.
type "%DAFTAR%" requirements.txt constraints.txt > ".venv\diminta.txt" 2>nul
fc /b ".venv\diminta.txt" ".venv\terpasang-%~1.txt" >nul 2>&1
if errorlevel 1 (
  "%PY%" -m pip install --quiet --disable-pip-version-check --no-compile -r "%DAFTAR%" || exit /b 1
  "%PY%" -c "import streamlit.web.bootstrap, app"
  move /y ".venv\diminta.txt" ".venv\terpasang-%~1.txt" >nul
)

if /i "%~1"=="run" (
  "%PY%" -m streamlit run app.py
  exit /b
)
"%PY%" -m ruff check . || exit /b 1
"%PY%" -m ruff format --check . || exit /b 1
"%PY%" -m mypy || exit /b 1
if /i "%~1"=="cepat" (
  "%PY%" -m pytest -n auto -m "not lama"
  exit /b
)
"%PY%" -m pytest -n auto
exit /b

:tanpa_python
echo Capaian memerlukan Python 3.11 atau lebih baru dari python.org; bila .venv rusak, hapus folder itu lalu ulangi. 1>&2
exit /b 1
